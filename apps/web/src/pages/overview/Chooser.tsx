import { NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import styles from './overview.module.css';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (Option | { readonly group: string; readonly items: readonly Option[] })[];
  readonly onChoose: (value: string) => void;
  /** The whole of it cannot be had; why stands in the reasons. */
  readonly disabled?: boolean;
  /** Id of the sentences that say why something is not to be had. */
  readonly reasons?: string | undefined;
}

/** One choice out of several, with its name above it; what cannot be had is greyed and described by the reasons. */
export function Chooser({ label, value, options, onChoose, disabled = false, reasons }: Props): JSX.Element {
  return (
    <NativeSelect
      size="xs"
      className={styles.choice}
      label={label}
      value={value}
      disabled={disabled}
      aria-describedby={reasons}
      data={options.map((option) => ('group' in option ? { group: option.group, items: [...option.items] } : option))}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  );
}
