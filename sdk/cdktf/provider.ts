// Made from sdk/cdktn/provider.ts by scripts/generate-cdktf.mjs. Do not edit.
/** The provider, in a stack of its own framework. */
import type { Construct } from 'constructs';
import {
  CloudimagesProvider as CloudimagesProviderBinding,
  type CloudimagesProviderConfig,
} from './bindings/provider';
import { ownScope } from './own-scope';
import { writeLockInSynthesis } from './write-lock';

/** The Terraform provider `cloudimages`: where to look and with which credentials. */
export class CloudimagesProvider extends CloudimagesProviderBinding {
  /**
   * @param scope - the stack, or a construct in it
   * @param id - names the provider; unique in the scope
   */
  constructor(scope: Construct, id: string, config: CloudimagesProviderConfig = {}) {
    super(ownScope(scope), id, config);
    writeLockInSynthesis(this);
  }
}
