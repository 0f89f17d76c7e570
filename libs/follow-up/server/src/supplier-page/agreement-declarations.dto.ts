import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

export class DeclaringSupplierDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class AgreementDeclarationsDto {
  @ApiProperty({ type: DeclaringSupplierDto }) supplier!: DeclaringSupplierDto;
  @ApiProperty({ description: 'Items of the agreement with an agreed price today.' }) items!: number;
  @ApiProperty({ description: 'Of those, items with an approved declaration that is valid today.' }) declared!: number;
}

export class MissingDeclarationsQuery {
  @ApiProperty({ format: 'uuid', required: false, description: 'All suppliers of the agreement when left out.' })
  @IsOptional()
  @IsUUID()
  supplierId?: string;
}

export class MissingDeclarationDto {
  @ApiProperty({ type: DeclaringSupplierDto }) supplier!: DeclaringSupplierDto;
  @ApiProperty() number!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Accepted lines of the last twelve months, without VAT, in the currency.' })
  lineCount!: number;
  @ApiProperty({ description: 'Decimal text.' }) amount!: string;
  @ApiProperty() currency!: string;
}

export class MissingDeclarationsDto {
  @ApiProperty({ description: 'All items without a declaration, also those beyond the first 1,000.' }) total!: number;
  @ApiProperty({ type: [MissingDeclarationDto], description: 'Largest amounts first.' })
  items!: MissingDeclarationDto[];
}
