export { buildDemoCity } from './build-demo-city';
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
