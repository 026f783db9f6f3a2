/** Back to the same page after signing in. */
export function signInAddress(): string {
  const { pathname, hash } = window.location;
  return `/auth/sign-in?to=${encodeURIComponent(pathname + hash)}`;
}
