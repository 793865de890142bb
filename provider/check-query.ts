/** `cloudimages/check-query`: what the CDKTN and CDKTF packages load in synthesis, without the engine. */
export { printPath } from './errors/print-path';
export { checkQuery } from './image/query';
