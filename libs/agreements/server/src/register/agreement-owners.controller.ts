import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { IsOptional, IsUUID } from 'class-validator';
import { AssignOwner, type PossibleOwner } from './assign-owner.ts';

export class PossibleOwnerDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Whoever asks.' }) isMe!: boolean;
}

export class AssignOwnerRequest {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: nobody.' })
  @IsOptional()
  @IsUUID()
  personId!: string | null;
}

@ApiTags('agreements')
@Controller()
export class AgreementOwnersController {
  constructor(private readonly owners: AssignOwner) {}

  /** Lists the contract managers who can be responsible for agreements and cases. */
  @Get('contract-managers')
  @Permission('agreement.monitor')
  @ApiOkResponse({ type: [PossibleOwnerDto] })
  contractManagers(): Promise<PossibleOwner[]> {
    return this.owners.list();
  }

  @Post('agreements/:agreementId/assign-owner')
  @HttpCode(204)
  @Permission('agreement.write')
  @ApiNoContentResponse()
  assignOwner(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Body() { personId }: AssignOwnerRequest) {
    return this.owners.run(agreementId, personId);
  }
}
