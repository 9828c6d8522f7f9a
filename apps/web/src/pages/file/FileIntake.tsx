import type { JSX } from 'react';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { UploadBox } from './UploadBox';
import type { FileOnDesk } from './file-on-desk';
import { useFileIntake } from './use-file-intake';
import type { YearDesk } from './use-year-desk';

/** A file for the desk, by drop, button or paste of its text. */
export function FileIntake({ desk, onRead }: { readonly desk: YearDesk; readonly onRead: (file: FileOnDesk) => void }): JSX.Element {
  const { chosen, check, read } = useFileIntake(desk);
  const take = (file: File): void => {
    void read(file).then((onDesk) => (onDesk === null ? undefined : onRead(onDesk)));
  };
  return (
    <>
      <UploadBox file={chosen} reading={check.isPending} onFile={take} />
      {check.isError && <FaultNote error={check.error} {...(chosen ? { onRetry: () => take(chosen) } : {})} />}
      {check.data?.__typename === 'Refusal' && <RefusalNote refusal={check.data} />}
    </>
  );
}
