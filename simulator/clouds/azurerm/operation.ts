/** What every operation of the simulated Azure has in common. */
import type { AnswerContext } from '../../serve';
import type { AzurermCall } from './call';
import type { Printed } from './image';

/** What an operation finds: one object, a bare array, or rows for pages of an envelope. */
export type Found =
  | { readonly one: Printed }
  | { readonly bare: readonly Printed[] }
  | { readonly rows: readonly Printed[] };

export type Operation = (context: AnswerContext<AzurermCall>) => Found;
