import { IconArrowBackUp, IconHandStop, IconInfoCircle } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';

const ICONS = { error: IconArrowBackUp, refusal: IconHandStop, info: IconInfoCircle } as const;

interface Props {
  /** `error`: something came back; `refusal`: something was not carried out; `info`: something to know. */
  readonly tone: keyof typeof ICONS;
  readonly title?: string;
  readonly children: ReactNode;
  /** The refusal's code, for those who automate the page. */
  readonly code?: string;
}

/** A short message in the flow of the page. */
export function Notice({ tone, title, children, code }: Props): JSX.Element {
  const Icon = ICONS[tone];
  return (
    <div className="gk-notice" data-tone={tone} data-refusal={code} role={tone === 'info' ? 'note' : 'alert'}>
      <Icon size={20} aria-hidden />
      <div>
        {title !== undefined && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
