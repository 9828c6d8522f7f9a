/** The legend of every chart: on top, small, turning pages where it does not fit. */
export const LEGEND = { type: 'scroll', top: 0, left: 0, itemWidth: 14, itemHeight: 10, itemGap: 12 } as const;
