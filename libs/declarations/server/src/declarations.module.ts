import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { IdentityModule } from '@tallgrunn/identity-server';
import { FileStore, SpoolUpload } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { AddAttachment } from './add-attachment.ts';
import { LinkByIdentifier } from './link-by-identifier.ts';
import { ReviewFootprints } from './decide-footprints.ts';
import { DeclarationsController, FootprintsController } from './declarations.controller.ts';
import { LinkFootprint } from './link-footprint.ts';
import { LinkNewItems } from './link-new-items.ts';
import { ListDeclarations } from './list-declarations.ts';
import { OpenDeclarationFile } from './open-declaration-file.ts';
import { ShowDeclaration } from './show-declaration.ts';
import { SubmitDeclaration } from './submit-declaration.ts';

@Module({
  imports: [
    IdentityModule,
    MulterModule.registerAsync({
      inject: [FileStore],
      useFactory: (files: FileStore) => ({
        storage: new SpoolUpload(files.spoolFolder, limits.declaration.sizeBytesMax),
        limits: { files: 1, fields: 5, fieldSize: 1_000 },
      }),
    }),
  ],
  controllers: [DeclarationsController, FootprintsController],
  providers: [
    SubmitDeclaration,
    AddAttachment,
    LinkByIdentifier,
    ReviewFootprints,
    LinkFootprint,
    LinkNewItems,
    ListDeclarations,
    OpenDeclarationFile,
    ShowDeclaration,
  ],
  exports: [SubmitDeclaration, LinkFootprint, ReviewFootprints, ShowDeclaration],
})
export class DeclarationsModule {}
