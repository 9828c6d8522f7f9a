import { createTheme, type CSSVariablesResolver } from '@mantine/core';

const FONTS = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';

/** The head of a dialogue is no second banner of the page. */
const NO_BANNER = { header: { role: 'presentation' } };

/** Calm and dense: one ink blue, small type, thin lines; the fonts are the system's own. */
export const theme = createTheme({
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '600' },
  primaryColor: 'ink',
  primaryShade: 7,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  colors: {
    ink: ['#eef4fa', '#dbe7f3', '#b6cfe7', '#8eb5da', '#6c9ecf', '#5690c8', '#3d77b0', '#1c4e80', '#173f68', '#102f4f'],
  },
  fontSizes: { xs: '12px', sm: '13.5px', md: '14.5px', lg: '16px', xl: '18px' },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 }, attributes: NO_BANNER } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.35 }, attributes: NO_BANNER } },
  },
});

/** Text that steps back still stands 4.5:1 against white (WCAG 1.4.3). */
export const darkerGreys: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-text': '#1a2430', '--mantine-color-dimmed': '#55616e', '--mantine-color-placeholder': '#66717e' },
  dark: {},
});
