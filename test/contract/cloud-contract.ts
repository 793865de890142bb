/** The contract of clouds: what a cloud's description must bring, whichever cloud it is. */
import { authenticationContract } from './authentication-contract';
import { cancellingContract } from './cancelling-contract';
import { cursorContract } from './cursor-contract';
import { failureContract } from './failure-contract';
import { pagingContract } from './paging-contract';
import { readingContract } from './reading-contract';
import type { ContractCloud } from './scene';

/** Describes the tests of one cloud. */
export function cloudContract(definition: ContractCloud): void {
  // Where a token comes first, wrong keys are refused before any list is requested.
  if (definition.signIn === undefined) {
    describe('authentication', () => authenticationContract(definition));
  }
  describe('pages', () =>
    definition.paging === 'pages' ? pagingContract(definition) : cursorContract(definition));
  describe('failures', () => failureContract(definition));
  describe('cancelling', () => cancellingContract(definition));
  describe('reading', () => readingContract(definition));
}
