import { Button, Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconListTree } from '@tabler/icons-react';
import { treeKey } from '@gongkai/ui';
import { useEffect, type JSX } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { PlaceSearch, type FoundPlace } from '../../places/PlaceSearch';
import { PlaceTree } from '../../places/PlaceTree';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';
import { placeLink, type Scope } from './overview-params';

interface Props {
  readonly scope: Scope;
  readonly path: readonly string[];
}

/** The choice of a place by name and by tree; behind a button where the screen is narrow. */
export function OverviewAside(props: Props): JSX.Element {
  const { t } = useWords();
  const narrow = useMediaQuery('(max-width: 1000px)', false, { getInitialValueInEffect: false });
  const [opened, { open, close }] = useDisclosure(false);
  const here = JSON.stringify(props.scope);
  useEffect(() => {
    close();
  }, [here, close]);
  if (!narrow) {
    return (
      <aside className={`sheet ${styles.aside}`} aria-label={t('places.choose')}>
        <Places {...props} />
      </aside>
    );
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconListTree size={16} aria-hidden />}
        onClick={open}
        className={`no-print ${styles.chooser}`}
      >
        {t('places.choose')}
      </Button>
      <Drawer
        opened={opened}
        onClose={close}
        title={t('places.choose')}
        closeButtonProps={{ 'aria-label': t('actions.close') }}
        size="min(360px, 90vw)"
      >
        <Places {...props} />
      </Drawer>
    </>
  );
}

function Places({ scope, path }: Props): JSX.Element {
  const { t } = useWords();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const current = 'agency' in scope ? ({ kind: 'agency', id: scope.agency } as const) : ({ kind: 'region', id: scope.region } as const);
  const goTo = (place: FoundPlace): void => {
    void navigate(placeLink(place.__typename === 'Agency' ? { agency: place.id } : { region: place.id }, params));
  };
  return (
    <>
      <PlaceSearch label={t('places.search')} placeholder={t('places.placeholder')} onChoose={goTo} />
      <div className={styles.tree}>
        <PlaceTree
          current={treeKey(current)}
          path={path}
          linkTo={({ kind, id }) => placeLink(kind === 'agency' ? { agency: id } : { region: id }, params)}
        />
      </div>
    </>
  );
}
