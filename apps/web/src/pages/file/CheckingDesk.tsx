import { useState, type JSX } from 'react';
import { useSearchParams } from 'react-router';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { useWords } from '../../words/use-words';
import { Against } from './Against';
import { CheckResult } from './CheckResult';
import styles from './file.module.css';
import { UploadBox } from './UploadBox';
import { useCheck } from './use-check';

/** A dry run for everybody: with an agency and a year it is also held against last year's report. */
export function CheckingDesk(): JSX.Element {
  const { t } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [params] = useSearchParams();
  const check = useCheck();
  const agencyId = params.get('agency');
  const year = params.get('year') === null ? null : Number(params.get('year'));
  const read = (chosen: File): void => {
    setFile(chosen);
    check.mutate({ file: chosen, agencyId, year });
  };
  return (
    <>
      <p className={styles.lead}>{t('file.checkLead')}</p>
      <Against />
      <UploadBox file={file} reading={check.isPending} onFile={read} />
      {check.isError && <FaultNote error={check.error} {...(file ? { onRetry: () => read(file) } : {})} />}
      {check.data?.__typename === 'Refusal' && <RefusalNote refusal={check.data} />}
      {check.data?.__typename === 'Validation' && <CheckResult validation={check.data} />}
    </>
  );
}
