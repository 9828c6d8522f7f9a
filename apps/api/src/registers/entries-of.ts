import type { RegistersInput } from '@gongkai/contract';
import { type Refusal, refuse } from '../requests/refusal';
import { type Entries, SINCE_EVER } from './register-rows';
import { isDate } from './read-register';

/** Entries that came by GraphQL; dates that do not exist are refused like those of a file. */
export function entriesOf(input: RegistersInput): Entries | Refusal {
  const dates = [
    ...(input.regions ?? []).map(({ validFrom }) => validFrom),
    ...(input.agencies ?? []).flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
    ...(input.roster ?? []).map(({ dueOn }) => dueOn),
  ];
  const wrong = dates.find((date) => date != null && !isDate(date));
  if (wrong != null) return refuse('BAD_REGISTER', { zh: `没有 ${wrong} 这一天。`, en: `There is no day ${wrong}.` });
  return {
    regions: (input.regions ?? []).map(({ name, level, code, parent, validFrom }) => ({
      name,
      level,
      code: code ?? null,
      parent: parent ?? null,
      validFrom: validFrom ?? SINCE_EVER,
    })),
    agencies: agenciesOf(input),
    roster: (input.roster ?? []).map(({ agency, region, year, dueOn, obliged }) => ({
      agency,
      region: region ?? null,
      year,
      dueOn: dueOn ?? null,
      obliged: obliged ?? true,
    })),
    accounts: (input.accounts ?? []).map(({ login, name, role, agency, region }) => ({
      login: login.toLowerCase(),
      name,
      role,
      agency: agency ?? null,
      region: region ?? null,
    })),
  };
}

function agenciesOf(input: RegistersInput): Entries['agencies'] {
  return (input.agencies ?? []).map(({ name, kind, region, aliases, system, validFrom, validTo }) => ({
    name,
    kind,
    region,
    aliases: aliases ?? [],
    system: system?.trim() || null,
    validFrom: validFrom ?? SINCE_EVER,
    validTo: validTo ?? null,
  }));
}
