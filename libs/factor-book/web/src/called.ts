/** What a factor is called, with what of it is measured where one name has several: "Strøm og oppvarming av lokaler: Fjernvarme". */
export function calledOf({ name, activity }: { readonly name: string; readonly activity: string | null }): string {
  return activity ? `${name}: ${activity}` : name;
}
