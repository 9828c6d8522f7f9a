import { Injectable } from '@nestjs/common';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { type ArrivalRow, ArrivalsStore } from './arrivals.store';

const LONGEST_NUMBER = 40;

/** Receipts of what was sent, kept or refused; each sees its own. */
@Injectable()
export class ArrivalsService {
  constructor(private readonly database: Database) {}

  numbered(caller: Caller, number: string): Promise<ArrivalRow | null> {
    if (number.length > LONGEST_NUMBER || number.includes('\0')) return Promise.resolve(null);
    return this.database.read(caller, { arrivals: ArrivalsStore }, ({ arrivals }) => arrivals.numbered(number));
  }
}
