import { show } from '../internal/errors';
import { Matcher } from './matcher';

/** A pattern in words: literals as errors print them, matchers as they describe themselves. */
export function describe(pattern: unknown): string {
  if (pattern instanceof Matcher) return pattern.toString();
  if (!holdsMatcher(pattern)) return show(pattern);
  if (Array.isArray(pattern)) return `[${pattern.map(describe).join(', ')}]`;
  const entries = Object.entries(pattern as Record<string, unknown>);
  return `{ ${entries.map(([key, value]) => `${key}: ${describe(value)}`).join(', ')} }`;
}

function holdsMatcher(pattern: unknown): boolean {
  if (pattern instanceof Matcher) return true;
  if (typeof pattern !== 'object' || pattern === null) return false;
  return Object.values(pattern).some(holdsMatcher);
}
