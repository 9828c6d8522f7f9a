import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconFileX, IconWorldUpload } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useWords } from '../words/use-words';
import { MoveDialog, type MoveSubject } from './MoveDialog';
import { movesOf } from './next-focus';
import type { MoveKind } from './use-move';

interface Props {
  readonly subject: MoveSubject;
  /** What the platform allows now; nothing else is offered. */
  readonly may: Readonly<Partial<Record<MoveKind, boolean>>>;
  readonly size?: 'compact-xs' | 'sm';
}

const KINDS: readonly MoveKind[] = ['accept', 'publish', 'return', 'withdraw'];
const ICONS = { accept: IconCheck, publish: IconWorldUpload, return: IconArrowBackUp, withdraw: IconFileX } as const;

/** The decisions open to the reader, each asked about before it is carried out. */
export function MoveButtons({ subject, may, size = 'sm' }: Props): JSX.Element | null {
  const { t } = useWords();
  const [asked, setAsked] = useState<{ readonly kind: MoveKind; readonly subject: MoveSubject } | null>(null);
  const open = KINDS.filter((one) => may[one]);
  if (open.length === 0 && asked === null) return null;
  return (
    <Group gap={6} wrap="nowrap" className="no-print" {...movesOf(subject.editionId)}>
      {open.map((one) => {
        const Icon = ICONS[one];
        return (
          <Button
            key={one}
            size={size}
            variant={one === 'return' || one === 'withdraw' ? 'default' : 'filled'}
            leftSection={<Icon size={15} aria-hidden />}
            aria-label={`${t(`moves.${one}`)} ${subject.name}`}
            onClick={() => setAsked({ kind: one, subject })}
          >
            {t(`moves.${one}`)}
          </Button>
        );
      })}
      {asked !== null && <MoveDialog key={asked.kind} {...asked} onClose={() => setAsked(null)} />}
    </Group>
  );
}
