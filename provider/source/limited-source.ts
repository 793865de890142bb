/** Lists a limited number of targets at the same time. */
import { createSemaphore } from '../transport/semaphore';
import type { ImageSource } from './source';

/**
 * Wraps a source so that further listings wait for their turn. Thousands at once would only compete
 * for the same connections, and keep the process too busy to notice its deadline.
 */
export function limitSource(source: ImageSource, concurrency: number): ImageSource {
  const places = createSemaphore(concurrency);
  return {
    key: (request) => source.key(request),
    list: async (request) => {
      await places.acquire(request.signal);
      try {
        return await source.list(request);
      } finally {
        places.release();
      }
    },
  };
}
