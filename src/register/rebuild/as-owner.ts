/** The address with which someone who may act as the owner of the schema does so. */
export function asOwner(url: string): string {
  const owner = new URL(url);
  owner.searchParams.set("options", "-c role=luohu_owner");
  return owner.href;
}
