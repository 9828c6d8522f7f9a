export { buildDemoCity } from './demo-city';
export type {
  DemoAccount,
  DemoAgency,
  DemoCity,
  DemoExplanation,
  DemoFiling,
  DemoRegion,
  DemoReport,
  DemoSuccession,
  FilingAct,
} from './demo-city';
export { demoChecksum } from './demo-checksum';
