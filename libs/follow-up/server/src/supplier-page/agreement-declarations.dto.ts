import { ApiProperty } from '@nestjs/swagger';

export class DeclaringSupplierDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class AgreementDeclarationsDto {
  @ApiProperty({ type: DeclaringSupplierDto }) supplier!: DeclaringSupplierDto;
  @ApiProperty({ description: 'Items of the agreement with an agreed price today.' }) items!: number;
  @ApiProperty({ description: 'Of those, items with an approved declaration that is valid today.' }) declared!: number;
}
