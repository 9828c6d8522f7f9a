import { useMutation } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { UploadBox } from './UploadBox';
import type { YearDesk } from './use-year-desk';

/** A file for the desk, by drop, button or paste of its text: what it says becomes what the draft says, as one step that can be undone. */
export function FileIntake({
  desk: { agency, report, draft },
  onRead,
}: {
  readonly desk: YearDesk;
  readonly onRead: () => void;
}): JSX.Element {
  const [chosen, setChosen] = useState<File | null>(null);
  const reading = useMutation({
    mutationFn: draft.readFile,
    onSuccess: (refusal) => (refusal === null ? onRead() : undefined),
  });
  const take = (file: File): void => {
    setChosen(file);
    reading.mutate(file);
  };
  return (
    <>
      <UploadBox file={chosen} reading={reading.isPending} onFile={take} agencyId={agency.id} year={report.year} />
      {reading.isError && <FaultNote error={reading.error} {...(chosen ? { onRetry: () => take(chosen) } : {})} />}
      {reading.data && <RefusalNote refusal={reading.data} />}
    </>
  );
}
