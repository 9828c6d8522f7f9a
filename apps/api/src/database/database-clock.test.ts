import { DatabaseClock } from './database-clock';

const TIME = Date.UTC(2026, 0, 31, 12);

/** How far the clock is from where the database was when it answered, in milliseconds. */
function heardNow(clock: DatabaseClock, ahead: number, took: number): void {
  const now = performance.now();
  clock.hear(new Date(TIME + ahead), now - took / 2, now + took / 2);
}

const aheadOf = (clock: DatabaseClock): number => clock.now().getTime() - TIME;

describe('the clock of the database', () => {
  it('is not known before it was heard', () => {
    expect(() => new DatabaseClock().now()).toThrow('not known');
  });

  it('goes on by itself, and not by the clock of the program', () => {
    const clock = new DatabaseClock();
    heardNow(clock, 0, 2);
    expect(Math.abs(aheadOf(clock))).toBeLessThan(50);
    const { now } = Date;
    Date.now = () => now() + 3_600_000;
    try {
      expect(Math.abs(aheadOf(clock))).toBeLessThan(50);
    } finally {
      Date.now = now;
    }
  });

  it('keeps a good hearing where a slow one agrees with it, and follows a database that was set', () => {
    const clock = new DatabaseClock();
    heardNow(clock, 0, 2);
    heardNow(clock, 400, 1_000);
    expect(Math.abs(aheadOf(clock))).toBeLessThan(50);
    heardNow(clock, 5_000, 1_000);
    expect(Math.abs(aheadOf(clock) - 5_000)).toBeLessThan(50);
    heardNow(clock, 5_010, 2);
    expect(Math.abs(aheadOf(clock) - 5_010)).toBeLessThan(50);
  });

  it('never goes back by what a better hearing corrects, and does with a database that was set back', () => {
    const clock = new DatabaseClock();
    heardNow(clock, 80, 200);
    const before = clock.now();
    heardNow(clock, 0, 2);
    expect(clock.now()).toEqual(before);
    heardNow(clock, -3_600_000, 2);
    expect(Math.abs(aheadOf(clock) + 3_600_000)).toBeLessThan(50);
  });
});
