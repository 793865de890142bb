/** The contract of clouds: what a cloud's description must bring, whichever cloud it is. */
import type { CloudDefinition } from '../../provider/clouds/definition/cloud-definition';
import { authenticationContract } from './authentication-contract';
import { cancellingContract } from './cancelling-contract';
import { failureContract } from './failure-contract';
import { pagingContract } from './paging-contract';
import { readingContract } from './reading-contract';

/** Describes the tests of one cloud. */
export function cloudContract(definition: CloudDefinition): void {
  describe('authentication', () => authenticationContract(definition));
  describe('pages', () => pagingContract(definition));
  describe('failures', () => failureContract(definition));
  describe('cancelling', () => cancellingContract(definition));
  describe('reading', () => readingContract(definition));
}
