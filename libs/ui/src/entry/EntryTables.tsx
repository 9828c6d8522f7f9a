import { TABLE_SECTIONS, type Form, type Language, type TableSection } from '@gongkai/model';
import { useRef, type JSX } from 'react';
import type { ShownFinding } from '../shown';
import { lightsOf } from '../tables/lights';
import { SectionGrids } from '../tables/SectionGrids';
import type { RenderCell } from '../tables/render-cell';
import type { EntryMove } from './entry-keys';
import { EntryCell } from './EntryCell';
import type { EntryWords, ShownOrigin } from './entry-words';
import { useEntryKeys, type EntryKeys } from './use-entry-keys';

/** What a cell says, and what is known about it. */
export interface ShownEntry {
  readonly text: string;
  readonly origin: ShownOrigin | null;
  readonly was: string | null;
  readonly isTotal: boolean;
}

/** What is copied, as other programs take it. */
export interface CopiedCells {
  readonly html: string;
  readonly text: string;
}

/** What keys, mouse and clipboard ask for. Stays the same object, so that cells are not painted anew. */
export interface EntryActs {
  /** False where there is nowhere to go, so that the key is the browser's. A page is so many lines. */
  readonly move: (move: EntryMove, manner: { readonly extend: boolean; readonly page: number }) => boolean;
  readonly go: (cell: string, extend: boolean) => void;
  /** What an open editor says by now, so that it is kept whatever happens to the page; null where it is given up. */
  readonly typing: (cell: string, text: string | null) => void;
  readonly type: (cell: string, text: string) => void;
  /** What is selected becomes blank. */
  readonly clear: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly copy: () => CopiedCells;
  readonly paste: (copied: CopiedCells) => void;
  /** To the next cell that is marked. */
  readonly nextMarked: () => void;
}

export interface EntryTablesProps {
  readonly form: Form;
  readonly entries: ReadonlyMap<string, ShownEntry>;
  /** The cell that typing goes to. */
  readonly focus: string;
  /** Counts up where the focus is to be brought into the tables from outside. */
  readonly calls: number;
  readonly selected: ReadonlySet<string>;
  readonly findings: readonly ShownFinding[];
  readonly active: ShownFinding | null;
  readonly year: number;
  readonly inapplicable: ReadonlySet<string>;
  readonly comments?: ReadonlyMap<string, string> | undefined;
  /** Nothing can be typed, e.g. while it is being filed. */
  readonly isLocked?: boolean;
  /** Said aloud when it changes. */
  readonly announcement: string;
  readonly language: Language;
  readonly words: EntryWords;
  readonly acts: EntryActs;
}

/** The official tables to be filled in, as people who live in spreadsheets do it: each table a grid, one of its cells on the way of Tab. */
export function EntryTables(props: EntryTablesProps): JSX.Element {
  const { form, words, language } = props;
  const root = useRef<HTMLDivElement>(null);
  const keys = useEntryKeys(root, props);
  const renderCell = cellRenderer(props, keys);
  return (
    <div ref={root} className="gk-entry" {...keys.events}>
      <p className="gk-unseen" id="gk-entry-keys">
        {words.keys}
      </p>
      <p className="gk-unseen" role="status" aria-live="polite" data-announcement>
        {keys.said || props.announcement}
      </p>
      {TABLE_SECTIONS.map((section) => (
        <div key={section} className="gk-table-scroll">
          <SectionGrids
            section={section}
            grids={form.grids.filter((grid) => grid.section === section)}
            isEntry
            {...{ language, words, renderCell }}
          />
        </div>
      ))}
    </div>
  );
}

function cellRenderer(props: EntryTablesProps, { editing, typing, end }: EntryKeys): RenderCell {
  const { form, focus, words } = props;
  const lights = lightsOf(props.findings, props.active, props.year);
  const stops = new Set(TABLE_SECTIONS.map((section) => (focus.startsWith(section) ? focus : firstCell(form, section))));
  return (id, path, span) => {
    const { text = '', origin = null, was = null, isTotal = false } = props.entries.get(id) ?? {};
    const light = lights.get(id);
    return (
      <EntryCell
        {...{ id, path, span, words, text, origin, was, isTotal }}
        isInapplicable={id.startsWith('s2/') && props.inapplicable.has(id.split('/')[1] ?? '')}
        comment={props.comments?.get(id)}
        severity={light?.severity ?? null}
        isFirst={light?.first === true}
        isActive={light?.active === true}
        isContributor={light?.contributor === true}
        isTabStop={stops.has(id)}
        isSelected={props.selected.has(id)}
        editing={editing?.cell === id ? editing.text : null}
        isAnew={editing?.isAnew === true}
        onTyping={typing}
        onEnd={end}
      />
    );
  };
}

function firstCell({ grids }: Form, section: TableSection): string {
  const grid = grids.find((one) => one.section === section);
  return `${section}/${grid?.rows[0]?.code}/${grid?.columns[0]?.code}`;
}
