const MOMENT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** A moment in China's time, to the minute: `2026-01-28 17:05`. */
export function printMoment(moment: string): string {
  return MOMENT.format(new Date(moment));
}

/** A moment's day in China: `2026-01-28`. */
export function printDay(moment: string): string {
  return printMoment(moment).slice(0, 10);
}
