import type { Workload } from './city-plan';

/** What an agency does in an ordinary year. Most do almost nothing of what the form asks for; a few do most of it. */
export interface WorkloadPlan {
  /** Requests: as many tries, each with this chance. */
  readonly requests: readonly [tries: number, chance: number];
  readonly licensing: number;
  readonly penalty: number;
  readonly compulsion: number;
  /** 万元 a year from 2021. */
  readonly fees: number;
  /** Items of the 2019 form: licensing, other services, penalty, compulsion, fees. */
  readonly items: readonly [number, number, number, number, number];
  /** Normative documents in force at the beginning of 2019, and the most issued a year. */
  readonly normative: readonly [stock: number, issued: number];
  /** As for documents; only the city may make 规章. */
  readonly regulations: readonly [stock: number, issued: number];
  /** Of a hundred requests so many end in a review. */
  readonly disputes: number;
}

const NOTHING: WorkloadPlan = {
  requests: [0, 0],
  licensing: 0,
  penalty: 0,
  compulsion: 0,
  fees: 0,
  items: [0, 0, 0, 0, 0],
  normative: [0, 0],
  regulations: [0, 0],
  disputes: 0,
};

export const WORKLOADS: Readonly<Record<Workload, WorkloadPlan>> = {
  quiet: NOTHING,
  small: { ...NOTHING, requests: [2, 0.35], licensing: 14, items: [3, 2, 4, 0, 0], normative: [2, 1], disputes: 4 },
  office: { ...NOTHING, requests: [40, 0.5], normative: [38, 6], disputes: 16 },
  cityOffice: { ...NOTHING, requests: [240, 0.55], normative: [120, 14], regulations: [21, 2], disputes: 14 },
  land: {
    ...NOTHING,
    requests: [130, 0.6],
    licensing: 640,
    penalty: 22,
    fees: 5210,
    items: [18, 9, 31, 2, 4],
    normative: [9, 2],
    disputes: 13,
  },
  housing: {
    ...NOTHING,
    requests: [80, 0.5],
    licensing: 410,
    penalty: 64,
    fees: 830,
    items: [16, 12, 118, 3, 2],
    normative: [11, 2],
    disputes: 12,
  },
  police: {
    ...NOTHING,
    requests: [36, 0.5],
    licensing: 9400,
    penalty: 21800,
    compulsion: 2350,
    fees: 1460,
    items: [34, 28, 412, 19, 11],
    normative: [6, 1],
    disputes: 8,
  },
  market: {
    ...NOTHING,
    requests: [30, 0.5],
    licensing: 3150,
    penalty: 385,
    compulsion: 24,
    fees: 36,
    items: [21, 14, 620, 12, 3],
    normative: [4, 1],
    disputes: 9,
  },
  welfare: { ...NOTHING, requests: [34, 0.5], licensing: 88, fees: 212, items: [9, 17, 26, 1, 2], normative: [12, 2], disputes: 6 },
  transport: {
    ...NOTHING,
    requests: [22, 0.45],
    licensing: 1270,
    penalty: 930,
    compulsion: 140,
    fees: 92,
    items: [19, 8, 203, 8, 2],
    normative: [7, 1],
    disputes: 8,
  },
  planning: { ...NOTHING, requests: [26, 0.5], licensing: 236, penalty: 2, items: [7, 11, 15, 0, 1], normative: [13, 3], disputes: 5 },
  ecology: {
    ...NOTHING,
    requests: [30, 0.5],
    licensing: 148,
    penalty: 117,
    compulsion: 9,
    fees: 64,
    items: [12, 6, 187, 7, 2],
    normative: [5, 1],
    disputes: 7,
  },
  tax: {
    ...NOTHING,
    requests: [18, 0.4],
    licensing: 1900,
    penalty: 2600,
    compulsion: 75,
    items: [6, 22, 48, 11, 0],
    normative: [3, 1],
    disputes: 6,
  },
};
