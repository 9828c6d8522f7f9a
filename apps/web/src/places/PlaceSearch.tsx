import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding, IconMapPin, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { ask } from '../ask/ask';
import { FindPlacesDocument, type FindPlacesQuery } from '../generated/graphql';
import { useWords } from '../words/use-words';
import styles from './places.module.css';

export type FoundPlace = FindPlacesQuery['findPlaces']['items'][number];

interface Props {
  readonly label: string;
  readonly placeholder: string;
  /** Regions, agencies, or both unless said. */
  readonly only?: FoundPlace['__typename'];
  readonly onChoose: (place: FoundPlace) => void;
}

/** Finds a region or an agency by any part of its name, pinyin or initials; arrow keys and Enter choose. */
export function PlaceSearch({ label, placeholder, only, onChoose }: Props): JSX.Element {
  const [text, setText] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { places, total, asked, fetching, failed } = useFound(text, only);
  const choose = (key: string): void => {
    const place = places.find((one) => placeKey(one) === key);
    if (!place) return;
    setText('');
    combobox.closeDropdown();
    onChoose(place);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal position="bottom-start" width={380}>
      <Combobox.Target>
        <TextInput
          type="search"
          aria-label={label}
          placeholder={placeholder}
          value={text}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={fetching ? <Loader size={14} /> : null}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked === ''}>
        <FoundList {...{ places, total, fetching, failed }} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

function placeKey({ __typename, id }: FoundPlace): string {
  return `${__typename}:${id}`;
}

interface Found {
  readonly places: readonly FoundPlace[];
  readonly total: number;
  readonly asked: string;
  readonly fetching: boolean;
  /** The platform did not answer: whether there is such a place is not known. */
  readonly failed: boolean;
}

function useFound(text: string, only: FoundPlace['__typename'] | undefined): Found {
  const [settled] = useDebouncedValue(text.trim(), 180);
  const asked = text.trim() === '' ? '' : settled;
  const { data, isFetching, isError } = useQuery({
    queryKey: ['places', asked],
    queryFn: () => ask(FindPlacesDocument, { text: asked }),
    enabled: asked !== '',
    placeholderData: (before) => before,
  });
  const found = asked === '' ? [] : (data?.findPlaces.items ?? []);
  return {
    places: found.filter(({ __typename }) => only === undefined || __typename === only),
    total: data?.findPlaces.total ?? found.length,
    asked,
    fetching: isFetching,
    failed: isError,
  };
}

type ListProps = Omit<Found, 'asked'>;

function FoundList({ places, total, fetching, failed }: ListProps): JSX.Element {
  const { t } = useWords();
  if (places.length === 0)
    return <Combobox.Empty>{fetching ? t('fault.waiting') : failed ? t('places.failed') : t('places.none')}</Combobox.Empty>;
  return (
    <>
      <Combobox.Options mah={340} style={{ overflowY: 'auto' }}>
        {places.map((place) => (
          <Combobox.Option key={placeKey(place)} value={placeKey(place)} className={styles.option}>
            {place.__typename === 'Region' ? <IconMapPin size={16} aria-hidden /> : <IconBuilding size={16} aria-hidden />}
            <span>
              {place.name}
              <small>{wherefrom(place, t)}</small>
            </span>
          </Combobox.Option>
        ))}
      </Combobox.Options>
      {total > places.length && (
        <Combobox.Footer>
          <Text size="xs" c="dimmed">
            {t('places.more', { shown: places.length, total })}
          </Text>
        </Combobox.Footer>
      )}
    </>
  );
}

function wherefrom(place: FoundPlace, t: (key: string) => string): string {
  if (place.__typename === 'Agency') return `${t(`agencyKinds.${place.kind}`)} · ${place.region.name}`;
  return [t(`regionLevels.${place.level}`), ...place.ancestors.map(({ name }) => name)].join(' · ');
}
