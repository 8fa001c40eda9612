/** Ends the page: its reader goes on at a path of ours. The framework is fetched only here, for commands know none. */
export async function goTo(path: `/${string}`): Promise<never> {
  const { redirect } = await import('next/navigation')
  return redirect(path)
}
