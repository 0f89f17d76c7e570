import { signInLines } from './demo.mts';

it('sign-in lines name the first of each role that the demo shows, with organisation and password', () => {
  const person = (name: string, role: string, organisation: string) => ({
    name,
    role,
    organisation,
    email: `${name.toLowerCase()}@demo.example`,
    password: 'demo',
  });
  const world = {
    cooperative: { key: 'c', name: 'Samkjøp' },
    buyers: [{ municipalityNumber: '3417', name: 'Grue kommune' }],
    suppliers: [{ key: 's', name: 'Engros' }],
    people: [
      person('Bo', 'buyer', '3417'),
      person('Ada', 'contract-manager', 'c'),
      person('Ina', 'contract-manager', 'c'),
      person('Liv', 'supplier-administrator', 's'),
    ],
  };
  expect(signInLines(world).map((line) => line.trim().replace(/ {2,}/g, '  '))).toEqual([
    'ada@demo.example  demo  Ada, contract-manager of Samkjøp',
    'liv@demo.example  demo  Liv, supplier-administrator of Engros',
    'bo@demo.example  demo  Bo, buyer of Grue kommune',
  ]);
});
