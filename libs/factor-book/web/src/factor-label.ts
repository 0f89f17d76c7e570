/**
 * Returns the label of a factor, including the activity if it has one: "Strøm og oppvarming av lokaler: Fjernvarme".
 */
export function factorLabel({ name, activity }: { readonly name: string; readonly activity: string | null }): string {
  return activity ? `${name}: ${activity}` : name;
}
