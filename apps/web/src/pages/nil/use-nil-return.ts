import { NARRATIVE_SECTIONS } from '@gongkai/model';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../ask/ask';
import { client } from '../../ask/client';
import { newKey } from '../../ask/new-key';
import {
  FileNilDocument,
  type ExplanationInput,
  type FileNilMutation,
  type FindingWordsFragment,
  type NarrativeSection,
  type ReasonClass,
} from '../../generated/graphql';

/** What is typed for a nil return. */
export interface NilTexts {
  readonly statement: string;
  readonly sections: Readonly<Record<NarrativeSection, string>>;
  /** By `findingKey`. */
  readonly explanations: Readonly<Record<string, ExplanationInput>>;
  readonly reasonClass: ReasonClass | null;
  readonly reason: string;
  /** Stays while the texts stay, so that sending twice files once. */
  readonly key: string;
}

export interface NilReturn {
  readonly texts: NilTexts;
  readonly change: (change: Partial<Omit<NilTexts, 'key'>>) => void;
  /** What the last try was refused for. */
  readonly refused: readonly FindingWordsFragment[];
  readonly filing: UseMutationResult<FileNilMutation['fileNil'], Error, void>;
}

const EMPTY = { statement: '', sections: { s1: '', s5: '', s6: '' }, explanations: {}, reasonClass: null, reason: '' };

/** One nil return from the first word to the receipt; what is typed stays with the tab through a reload. */
export function useNilReturn(agencyId: string, year: number, amends: boolean): NilReturn {
  const place = `gongkai-nil ${agencyId} ${year}`;
  const [texts, setTexts] = useState<NilTexts>(() => keptTexts(place) ?? { ...EMPTY, key: newKey() });
  const filing = useMutation({
    mutationFn: async () => (await ask(FileNilDocument, { input: { agencyId, year, ...inputOf(texts, amends) } })).fileNil,
    onSuccess: async (answer) => {
      if (answer.__typename !== 'Submission') return;
      sessionStorage.removeItem(place);
      await client.invalidateQueries();
    },
  });
  const refused = filing.data?.__typename === 'Refusal' ? filing.data.findings : NOTHING;
  const change: NilReturn['change'] = (changed) => {
    const next = { ...texts, ...changed, key: newKey() };
    sessionStorage.setItem(place, JSON.stringify(next));
    setTexts(next);
  };
  return { texts, change, refused, filing };
}

const NOTHING: readonly FindingWordsFragment[] = [];

function keptTexts(place: string): NilTexts | null {
  const kept = sessionStorage.getItem(place);
  return kept === null ? null : (JSON.parse(kept) as NilTexts);
}

function inputOf({ statement, sections, explanations, reasonClass, reason, key }: NilTexts, amends: boolean) {
  const narrative = NARRATIVE_SECTIONS.map((section) => ({ section, text: sections[section].trim() }));
  return {
    statement: statement.trim(),
    narrative: narrative.filter(({ text }) => text !== ''),
    explanations: Object.values(explanations).filter(({ text }) => text.trim() !== ''),
    idempotencyKey: key,
    ...(amends ? { reasonClass, reason: reason.trim() } : {}),
  };
}
