export {
  CANONICAL_VERSION,
  canonicalKey,
  canonicalQuery,
  type PlainQuery,
} from './canonical-query';
export { findProjectFiles, LOCK_FILE, PROJECT_FILE, type ProjectFiles } from './find-files';
export { lookUpLocked, type LockedAnswer, type LockedQuestion } from './locked-images';
export {
  LOCK_VERSION,
  PUBLIC_SCOPE,
  type Lock,
  type LockedImage,
  type LockedQuery,
  type LockedScope,
  type LockedTarget,
} from './model';
export { LockError, parseLock, type LockIssue } from './parse-lock';
export {
  DENIED_HINT,
  lockedAgeMs,
  lockedProblems,
  printDenied,
  printPolicyWarning,
  readAllowedIds,
  stricterOf,
  type JudgedImage,
  type Policies,
  type PolicyProblem,
} from './policies';
export { printLock } from './print-lock';
export { readLock, readRegularFile } from './read-lock';
