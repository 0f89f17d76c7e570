import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '@tallgrunn/values';

/** A person who can sign in. It has no tenant. */
@Entity({ schema: 'identity', name: 'person' })
export class Person {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('text') language!: Language;
  @Column('timestamptz', { name: 'password_changed_at', nullable: true }) passwordChangedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
