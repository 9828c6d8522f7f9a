import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconChevronDown } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import { CountingControls } from './CountingControls';
import type { RegionLevels } from './offers';
import styles from './overview.module.css';
import type { ChangeParams, OverviewParams } from './overview-params';

interface Props {
  readonly params: OverviewParams;
  readonly change: ChangeParams;
  readonly place: RegionLevels;
}

/** How is counted, in one line that is printed, too; on pressing it, the choices. */
export function CountingLine({ params, change, place }: Props): JSX.Element {
  const { t } = useWords();
  const [opened, { toggle }] = useDisclosure(false);
  const { counted, edition, asOf, view, panel } = params;
  const said = [
    t(`counting.of_${counted}`),
    t(`counting.${edition}`),
    ...(asOf === null ? [] : [t('counting.asOfDay', { day: asOf })]),
    t(`views.${view}`),
    t(`counting.${panel}`),
  ];
  return (
    <div className={styles.counting}>
      <UnstyledButton className={styles.countingLine} aria-expanded={opened} onClick={toggle}>
        <IconAdjustmentsHorizontal size={15} aria-hidden />
        <b>{t('counting.bar')}</b>
        <span>{said.join(' · ')}</span>
        <span className={`no-print ${styles.countingChange}`}>
          {t('counting.change')}
          <IconChevronDown size={14} aria-hidden data-opened={opened || undefined} />
        </span>
      </UnstyledButton>
      {opened && (
        <div className="no-print">
          <CountingControls params={params} change={change} place={place} />
        </div>
      )}
      {view !== 'as_reported' && <p className={styles.reasons}>{t(`views.says_${view}`)}</p>}
    </div>
  );
}
