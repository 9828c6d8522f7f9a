const MOMENT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** A moment in China's time, to the minute: `2026-01-28 17:05`. */
export function printMoment(moment: string): string {
  return MOMENT.format(new Date(moment));
}

/** A moment's day in China: `2026-01-28`. */
export function printDay(moment: string): string {
  return printMoment(moment).slice(0, 10);
}

const TO_THE_SECOND = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** Moments as `printMoment` does, those of one minute to the second, so that they are told apart. */
export function printApart(moments: readonly string[]): readonly string[] {
  const minutes = moments.map(printMoment);
  return minutes.map((minute, at) =>
    minutes.indexOf(minute) === minutes.lastIndexOf(minute) ? minute : TO_THE_SECOND.format(new Date(moments[at] as string)),
  );
}
