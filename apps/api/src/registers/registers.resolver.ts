import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { MutationImportRegisterArgs, MutationSaveRegistersArgs, RegisterResult } from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { Asking } from '../requests/asking';
import { type Refusal, isRefusal, refuse } from '../requests/refusal';
import { type IncomingFile, receiveText } from '../receiving/receive-file';
import { entriesOf } from './entries-of';
import { RegistersService, type RegisterOutcome } from './registers.service';
import type { ResultOf } from '../requests/result-of';

type CountedOutcome = RegisterOutcome & Readonly<Record<'added' | 'unchanged' | 'refused', number>>;

@Resolver()
export class RegistersResolver {
  constructor(private readonly registers: RegistersService) {}

  @Mutation()
  async importRegister(
    @Asking() caller: Caller,
    @Args() { register, file, dryRun }: MutationImportRegisterArgs,
  ): Promise<ResultOf<RegisterResult, CountedOutcome>> {
    const receive = async (): Promise<string | Refusal> =>
      file == null ? refuse('BAD_REGISTER', { zh: '请上传一个文件。', en: 'Send a file.' }) : receiveText(file as IncomingFile);
    const outcome = await this.registers.importFile(caller, { register, receive, dryRun: dryRun ?? true });
    return isRefusal(outcome) ? outcome : resultOf(outcome);
  }

  @Mutation()
  async saveRegisters(
    @Asking() caller: Caller,
    @Args() { input, dryRun }: MutationSaveRegistersArgs,
  ): Promise<ResultOf<RegisterResult, CountedOutcome>> {
    const entries = entriesOf(input);
    if (isRefusal(entries)) return entries;
    const outcome = await this.registers.write(caller, entries, dryRun ?? true);
    return isRefusal(outcome) ? outcome : resultOf(outcome);
  }
}

function resultOf({ lines, written }: RegisterOutcome): CountedOutcome & { readonly __typename: 'RegisterOutcome' } {
  const count = (action: string): number => lines.filter((line) => line.action === action).length;
  return { __typename: 'RegisterOutcome', lines, written, added: count('added'), unchanged: count('unchanged'), refused: count('refused') };
}
