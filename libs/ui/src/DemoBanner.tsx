import { IconFlask } from '@tabler/icons-react';
import type { JSX } from 'react';

/** Says over every page that organisations and figures are made up. */
export function DemoBanner({ label, text }: { readonly label: string; readonly text: string }): JSX.Element {
  return (
    <aside className="gk-demo" aria-label={label}>
      <IconFlask size={15} aria-hidden /> {text}
    </aside>
  );
}
