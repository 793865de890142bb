/** Every kind of fault. */
import { BODY_FAULTS } from './body-faults';
import type { Fault } from './fault';
import { LIST_FAULTS } from './list-faults';
import { STATUS_FAULTS } from './status-faults';
import { TRANSPORT_FAULTS } from './transport-faults';
import { VENDOR_FAULTS } from './vendor-faults';

export const FAULTS: readonly Fault[] = [
  ...TRANSPORT_FAULTS,
  ...STATUS_FAULTS,
  ...BODY_FAULTS,
  ...LIST_FAULTS,
  ...VENDOR_FAULTS,
];

/** What moves the catalog while it is read; both answers, before and after, are right. */
export const MOVES = ['an image appears', 'an image vanishes'] as const;

/** What the caller does. */
export const CALLER_GIVES_UP = 'the caller gives up';

export const ALL_FAULT_NAMES: readonly string[] = [
  ...FAULTS.map(({ name }) => name),
  ...MOVES,
  CALLER_GIVES_UP,
];
