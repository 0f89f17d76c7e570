import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Person } from './person.ts';

/** Everyone who can sign in. People have no tenant, so this store works outside units of work. */
@Injectable()
export class People {
  constructor(private readonly source: DataSource) {}

  byEmail(email: string): Promise<Person | null> {
    return this.source
      .getRepository(Person)
      .createQueryBuilder('person')
      .where('lower(person.email) = lower(:email)', { email })
      .getOne();
  }

  byId(id: string): Promise<Person | null> {
    return this.source.getRepository(Person).findOneBy({ id });
  }

  async add(person: Person): Promise<void> {
    await this.source.getRepository(Person).insert(person);
  }

  async change(id: string, change: Partial<Omit<Person, 'id'>>): Promise<void> {
    await this.source.getRepository(Person).update({ id }, change);
  }
}
