import type { Coverage } from '@gongkai/model';
import { CoverageBadge } from '@gongkai/ui';
import { Modal, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { JSX } from 'react';
import type { PointPart } from '../../generated/graphql';
import { useWords } from '../../words/use-words';
import { AgencyNames } from './AgencyNames';
import styles from './overview.module.css';
import type { OverviewParams } from './overview-params';

interface Props {
  readonly code: string;
  readonly title: string;
  readonly coverage: Coverage;
  readonly params: OverviewParams;
}

/** Who stands behind a figure as a badge; on pressing it, who does not, by name. By another structure than that of the reports the figure itself is asked. */
export function BehindFigure({ code, title, coverage, params }: Props): JSX.Element {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  const constant: readonly PointPart[] = ['panel', 'panel_left', 'panel_joined'];
  const parts: readonly PointPart[] = [
    ...(coverage.missing > 0 ? (['missing'] as const) : []),
    ...(coverage.leftOutBlank > 0 ? (['left_out_blank'] as const) : []),
    ...(coverage.leftOutForm > 0 ? (['left_out_form'] as const) : []),
    ...(params.panel === 'constant' ? constant : []),
  ];
  const badge = <CoverageBadge coverage={coverage} label={t('overview.coverage', { ...coverage })} />;
  if (params.view !== 'as_reported') return badge;
  return (
    <>
      <UnstyledButton className={styles.behind} onClick={open} aria-haspopup="dialog">
        {badge}
      </UnstyledButton>
      <Modal
        opened={opened}
        onClose={close}
        size="lg"
        title={t('behind.title', { title, year: params.to })}
        closeButtonProps={{ 'aria-label': t('actions.close') }}
      >
        <p>{t('overview.coverage', { ...coverage })}</p>
        {parts.map((part) => (
          <AgencyNames key={part} {...{ code, part, params }} />
        ))}
      </Modal>
    </>
  );
}
