import { Pill } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { ask } from '../ask/ask';
import { PlaceNameDocument } from '../generated/graphql';
import { useWords } from '../words/use-words';
import { PlaceSearch } from './PlaceSearch';

export interface PlaceChoiceProps {
  readonly of: 'Region' | 'Agency';
  /** The place chosen; null while it is open. */
  readonly id: string | null;
  readonly label: string;
  readonly placeholder: string;
  readonly className: string | undefined;
  readonly onChange: (id: string | null) => void;
}

/** A place to be found by its name; once chosen it stands there until it is taken away. */
export function PlaceChoice({ of, id, label, placeholder, className, onChange }: PlaceChoiceProps): JSX.Element {
  const { t } = useWords();
  const { data, isError, isPending } = useQuery({
    queryKey: ['placeName', of, id],
    queryFn: () => ask(PlaceNameDocument, { id: id ?? '', isRegion: of === 'Region' }),
    enabled: id !== null,
  });
  if (id === null) {
    return (
      <div className={className}>
        <PlaceSearch label={label} placeholder={placeholder} only={of} onChoose={(place) => onChange(place.id)} />
      </div>
    );
  }
  const name = (data?.region ?? data?.agency)?.name;
  const missing = of === 'Region' ? t('places.noRegion', { id }) : t('places.noAgency', { id });
  return (
    <Pill
      size="md"
      withRemoveButton
      removeButtonProps={{ 'aria-label': t('actions.remove'), 'aria-hidden': false, tabIndex: 0 }}
      onRemove={() => onChange(null)}
    >
      {name ?? (isError ? t('places.unnamed') : isPending ? t('fault.waiting') : missing)}
    </Pill>
  );
}
