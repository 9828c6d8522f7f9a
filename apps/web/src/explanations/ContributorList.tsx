import { findIndicator, formOf } from '@gongkai/catalogue';
import { printWithUnit } from '@gongkai/charts';
import type { CellId } from '@gongkai/model';
import { cellWords } from '@gongkai/rules';
import { Alert, Anchor, Table, Title } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useWords } from '../words/use-words';
import styles from './explanations.module.css';
import type { ContributorItem, Explanation } from './use-explanation';

interface Props {
  readonly indicator: string;
  readonly page: Explanation['contributors'];
  readonly items: readonly ContributorItem[];
}

/** The editions whose parts add up to the number, each with its share, what is left without it, its cells and the places of these in its file. */
export function ContributorList({ indicator, page: { total, hidden, dominance }, items }: Props): JSX.Element | null {
  const { t, say } = useWords();
  if (total + hidden === 0) return null;
  const isShare = items.some(({ denominator }) => denominator !== null);
  return (
    <section aria-labelledby="explanation-contributors">
      <Title order={3} size="h5" id="explanation-contributors">
        {t('explanation.contributors', { count: total + hidden })}
      </Title>
      {dominance && total + hidden > 1 && (
        <Alert variant="light" color={dominance.dominates ? 'orange' : 'gray'} my="xs" data-dominates={dominance.dominates}>
          {say(dominance.headline)}
        </Alert>
      )}
      <Table verticalSpacing={6} className="figures">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('overview.agency')}</Table.Th>
            <Table.Th scope="col">{t(isShare ? 'explanation.numerator' : 'explanation.figure')}</Table.Th>
            <Table.Th scope="col">{t(isShare ? 'explanation.numeratorShare' : 'explanation.share')}</Table.Th>
            {isShare && <Table.Th scope="col">{t('explanation.denominator')}</Table.Th>}
            {isShare && <Table.Th scope="col">{t('explanation.denominatorShare')}</Table.Th>}
            <Table.Th scope="col">{t('explanation.without')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <ContributorLine key={item.edition.id} item={item} indicator={indicator} isShare={isShare} />
          ))}
        </Table.Tbody>
      </Table>
      {hidden > 0 && <p className="gk-faded">{t('explanation.hidden', { count: hidden })}</p>}
    </section>
  );
}

interface LineProps {
  readonly item: ContributorItem;
  readonly indicator: string;
  readonly isShare: boolean;
}

function ContributorLine({ item, indicator, isShare }: LineProps): JSX.Element {
  const { agency, edition, numerator, denominator } = item;
  const cells = [...item.cells, ...item.denominatorCells];
  const lit = new URLSearchParams({ edition: String(edition.number), cells: cells.map(({ cell }) => cell).join(',') });
  return (
    <Table.Tr data-contributor={agency.id}>
      <Table.Th scope="row" className={styles.contributor}>
        <Link to={`/reports/${edition.report.id}?${lit.toString()}`}>{agency.name}</Link>
        <ul className={styles.cells}>
          {cells.map((cell) => (
            <CellLine key={cell.cell} cell={cell} form={item.form} />
          ))}
        </ul>
        {edition.document && (
          <Anchor href={edition.document.path} size="xs" download>
            {edition.document.name}
          </Anchor>
        )}
      </Table.Th>
      <Table.Td>{numerator}</Table.Td>
      <ShareField share={item.share} />
      {isShare && <Table.Td>{denominator}</Table.Td>}
      {isShare && <ShareField share={item.denominatorShare} />}
      <WithoutField without={item.without} indicator={indicator} />
    </Table.Tr>
  );
}

function ShareField({ share }: { readonly share: ContributorItem['denominatorShare'] | undefined }): JSX.Element {
  const { t, language } = useWords();
  if (share == null) return <Table.Td />;
  const { value, noShare } = share;
  if (value == null) return <Table.Td className="gk-faded">{noShare && t(`explanation.noShare.${noShare}`)}</Table.Td>;
  return <Table.Td>{printWithUnit(value, 'share', language)}</Table.Td>;
}

function WithoutField({ without, indicator }: Pick<LineProps, 'indicator'> & Pick<ContributorItem, 'without'>): JSX.Element {
  const { t, language } = useWords();
  const { value, noValue } = without;
  if (value == null) return <Table.Td className="gk-faded">{noValue && t(`explanation.noValue.${noValue}`)}</Table.Td>;
  const isShare = findIndicator(indicator)?.unit === 'share';
  return <Table.Td>{isShare ? printWithUnit(value, 'share', language) : value}</Table.Td>;
}

/** A cell in the words of its form, as it was printed, and where. */
function CellLine({
  cell,
  form,
}: {
  readonly cell: ContributorItem['cells'][number];
  readonly form: ContributorItem['form'];
}): JSX.Element {
  const { t, say } = useWords();
  const { place } = cell;
  const steps = place
    ? (['sheet', 'page', 'table', 'row', 'column', 'line'] as const).flatMap((step) =>
        place[step] == null ? [] : [t(`explanation.places.${step}`, { at: place[step] })],
      )
    : [];
  return (
    <li>
      {say(cellWords(formOf(form), cell.cell as CellId))} = {cell.amount}
      {cell.note != null && <span> {t('tables.note', { note: cell.note })}</span>}
      {steps.length > 0 && <span className="gk-faded"> {steps.join(' ')}</span>}
    </li>
  );
}
