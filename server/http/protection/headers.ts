import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { dataPolicy } from './content-policy.ts';

/** Two years; the shortest that browsers' preload lists and ASVS 5.0 V3.4.1 take is one. */
const strictTransport = 'max-age=63072000; includeSubDomains';

/** Features of a browser that no page uses, but for those that it asks for by name. */
const features = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

const permissionsPolicy = (...used: string[]): string =>
  features.map((feature) => `${feature}=${used.includes(feature) ? '(self)' : '()'}`).join(', ');

/** The field app takes photographs, reads codes by the camera and notes where. */
export const fieldPermissions = permissionsPolicy('camera', 'geolocation');

/** The console hangs on a wall full screen, and warnings may sound. */
export const consolePermissions = permissionsPolicy('fullscreen', 'autoplay');

/** Headers of every answer; a page that needs more than data loosens its own policy. */
export function securityHeaders(): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: false,
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginEmbedderPolicy: false,
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
    (request, response, next) => {
      response.set({
        'Content-Security-Policy': dataPolicy,
        'Permissions-Policy': permissionsPolicy(),
        'Cache-Control': 'no-store',
        // Meaningless, and ignored, over plain HTTP (RFC 6797, 7.2).
        ...(request.secure && { 'Strict-Transport-Security': strictTransport }),
      });
      next();
    },
  ];
}
