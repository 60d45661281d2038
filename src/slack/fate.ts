import {
  SlackError,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { GovinfoError } from '../errors.ts';

/**
 * What may have become of a request that failed. `refused`: Slack said no, or the failure is none of Slack's. `unsent`:
 * it never left. `answered`: Slack said that something broke, and may have done it. `lost`: no answer came, so it may be
 * done, and may still be done later.
 */
export type Fate = 'refused' | 'unsent' | 'answered' | 'lost';

const neverSent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** Errors after which, by Slack's own words, some part may have been carried out. */
const broken = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

/** A gateway that gave up waiting: what stands behind it may still be at it. */
const gateway = new Set([502, 504]);

/** Reads the error of one call to Slack's Web API. */
export function fateOf(error: unknown): Fate {
  if (error instanceof WebAPIHTTPError)
    return gateway.has(error.statusCode) ? 'lost' : error.statusCode >= 500 ? 'answered' : 'refused';
  if (error instanceof WebAPIRateLimitedError) return 'refused';
  if (error instanceof WebAPIRequestError)
    return codesOf(error).some((code) => neverSent.test(code)) ? 'unsent' : 'lost';
  if (error instanceof WebAPIPlatformError) {
    const { error: said } = error.data;
    // What does not look like one of Slack's errors is half an answer, or somebody else's page in its place.
    return broken.has(said) ? 'answered' : /^[a-z0-9_]+$/.test(said) ? 'refused' : 'lost';
  }
  if (error instanceof SlackError || error instanceof GovinfoError) return 'refused';
  // The client wraps everything but an answer that breaks off in its middle, or comes too slowly.
  const brokeOff = error instanceof TypeError && codesOf(error).some((code) => code.startsWith('UND_ERR'));
  return brokeOff || (error instanceof DOMException && error.name === 'TimeoutError') ? 'lost' : 'refused';
}

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...code, ...codesOf(error.cause)];
}
