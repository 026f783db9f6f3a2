/** Scripts, styles and requests stay on this host; nothing may frame a page. `styles` lets in more styles. */
export const contentSecurityPolicy = (styles?: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self'${styles === undefined ? "" : ` ${styles}`}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Sent with every answer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": contentSecurityPolicy(),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};
