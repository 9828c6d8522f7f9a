import type { JSX } from 'react';
import { Link } from 'react-router';
import { useWords } from '../words/use-words';
import type { NoticeItem } from './use-notices';

interface Props {
  readonly notice: NoticeItem;
  readonly onFollow: () => void;
}

/** What happened, in words that lead to it. */
export function NoticeWords({ notice, onFollow }: Props): JSX.Element {
  const words = useNoticeWords(notice);
  const { t } = useWords();
  if (words === null) return <span className="gk-faded">{t('notices.unseen')}</span>;
  if (words.to === null) return <span>{words.text}</span>;
  return (
    <Link to={words.to} onClick={onFollow}>
      {words.text}
    </Link>
  );
}

/** Null where the reader may no longer see what it is about. */
function useNoticeWords(notice: NoticeItem): { readonly text: string; readonly to: string | null } | null {
  const { t } = useWords();
  if (notice.__typename === 'ImportNotice') {
    if (!notice.importJob) return null;
    const { region, kept, doubtful, refused } = notice.importJob;
    return { text: t('notices.imported', { region: region.name, kept, doubtful, refused }), to: `/overview?region=${region.id}` };
  }
  if (notice.__typename === 'RecheckNotice') {
    if (!notice.recheck) return null;
    const { edition, against, findings, resolved } = notice.recheck;
    const counts = { found: findings.length, gone: resolved.length };
    const years = { last: against.report.year, year: edition.report.year };
    return {
      text: t('notices.rechecked', { agency: against.report.agency.name, ...years, ...counts }),
      to: `/reports/${edition.report.id}`,
    };
  }
  if (!notice.edition) return null;
  const { report } = notice.edition;
  const said = t(`notices.${notice.kind}`, { agency: report.agency.name, year: report.year });
  const commented = notice.comments ? ` ${t('notices.comments', { count: notice.comments })}` : '';
  return { text: said + commented, to: `/reports/${report.id}` };
}
