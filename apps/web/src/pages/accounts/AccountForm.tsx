import type { AccountRole } from '@gongkai/model';
import { Notice } from '@gongkai/ui';
import { Button, Group, NativeSelect, Pill, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent, type JSX } from 'react';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { ShownOnce } from '../../feedback/ShownOnce';
import type { AccountInput, AddAccountMutation } from '../../generated/graphql';
import { PlaceSearch, type FoundPlace } from '../../places/PlaceSearch';
import { useWords } from '../../words/use-words';
import { ROLES } from './accounts-params';
import styles from './accounts.module.css';
import { useAddAccount } from './use-accounts';

interface Typed {
  readonly login: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly place: FoundPlace | null;
}

const EMPTY: Typed = { login: '', name: '', role: 'agency', place: null };

/** A new account; its first password is told once, as it is made. */
export function AccountForm({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { t } = useWords();
  const [typed, setTyped] = useState(EMPTY);
  const add = useAddAccount();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate(inputOf(typed), { onSuccess: (result) => madeBy(result) && setTyped(EMPTY) });
  };
  const ready = typed.role === 'administrator' || typed.place !== null;
  return (
    <section className={`sheet ${styles.adding}`} aria-labelledby="adding">
      <Title order={2} size="h5" id="adding">
        {t('accounts.add')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('accounts.addHint')}
      </Text>
      <form onSubmit={submit}>
        <Fields typed={typed} onChange={setTyped} />
        <Outcome add={add} />
        <Group gap="xs">
          <Button type="submit" loading={add.isPending} disabled={!ready}>
            {t('accounts.make')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('actions.close')}
          </Button>
        </Group>
      </form>
    </section>
  );
}

/** An agency is named with its region, because two may share a name; a region by its code where it has one. */
function inputOf({ login, name, role, place }: Typed): AccountInput {
  const base = { login: login.trim(), name: name.trim(), role };
  if (place === null) return base;
  if (place.__typename === 'Agency') return { ...base, agency: place.name, region: place.region.code ?? place.region.name };
  return { ...base, region: place.code ?? place.name };
}

type Answer = AddAccountMutation['saveRegisters'];

/** The line of the account that was made; nothing where none was. */
function madeBy(answer: Answer | undefined): { readonly what: string; readonly password: string } | null {
  const line = answer?.__typename === 'RegisterOutcome' && answer.written ? answer.lines[0] : undefined;
  return line?.password ? { what: line.what, password: line.password } : null;
}

interface FieldsProps {
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

function Fields({ typed, onChange }: FieldsProps): JSX.Element {
  const { t } = useWords();
  return (
    <div className={styles.fields}>
      <TextInput
        label={t('accounts.login')}
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={typed.login}
        onChange={({ currentTarget }) => onChange({ ...typed, login: currentTarget.value })}
      />
      <TextInput
        label={t('account.name')}
        required
        autoComplete="off"
        value={typed.name}
        onChange={({ currentTarget }) => onChange({ ...typed, name: currentTarget.value })}
      />
      <NativeSelect
        label={t('account.role')}
        value={typed.role}
        data={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
        onChange={({ currentTarget }) => onChange({ ...typed, role: currentTarget.value as AccountRole, place: null })}
      />
      <Place typed={typed} onChange={onChange} />
    </div>
  );
}

/** What the account is for: an agency that files, or a region that is reviewed or read. */
function Place({ typed, onChange }: FieldsProps): JSX.Element | null {
  const { t } = useWords();
  const { role, place } = typed;
  if (role === 'administrator') return null;
  if (place !== null) {
    return (
      <Pill
        size="md"
        withRemoveButton
        removeButtonProps={{ 'aria-label': t('actions.remove'), 'aria-hidden': false, tabIndex: 0 }}
        onRemove={() => onChange({ ...typed, place: null })}
      >
        {place.name}
      </Pill>
    );
  }
  const label = role === 'agency' ? t('accounts.agency') : t('accounts.region');
  return (
    <div className={styles.place}>
      <PlaceSearch
        label={label}
        placeholder={label}
        only={role === 'agency' ? 'Agency' : 'Region'}
        onChoose={(chosen) => onChange({ ...typed, place: chosen })}
      />
    </div>
  );
}

function Outcome({ add }: { readonly add: ReturnType<typeof useAddAccount> }): JSX.Element | null {
  const { t, say } = useWords();
  const { data, error, reset } = add;
  if (error) return <FaultNote error={error} />;
  if (data === undefined) return null;
  if (data.__typename === 'Refusal') return <RefusalNote refusal={data} />;
  const made = madeBy(data);
  if (made) {
    return (
      <ShownOnce
        title={t('accounts.made', { login: made.what })}
        text={t('accounts.passwordOnce')}
        label={t('accounts.firstPassword')}
        secret={made.password}
        onDone={reset}
      />
    );
  }
  const problem = data.lines[0]?.problem;
  return (
    <Notice tone="refusal" title={t('refusal.title')}>
      {problem ? say(problem) : t('accounts.stands')}
    </Notice>
  );
}
