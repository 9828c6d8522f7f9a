import { IconFlask } from '@tabler/icons-react';
import type { JSX } from 'react';

/** Says over every page that organisations and figures are made up. */
export function DemoBanner({ text }: { readonly text: string }): JSX.Element {
  return (
    <div className="gk-demo" role="note">
      <IconFlask size={15} aria-hidden /> {text}
    </div>
  );
}
