//! Parameters of functions and lambdas, and type parameters. Language reference 8.7 and 8.10.

use super::{Invalid, Parse, Parser};
use crate::token::TokenKind;
use crate::tree::{Arguments, Expression, Parameter, TypeParam, TypeParamKind};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// Parameters as they are read.
#[derive(Default)]
struct Builder {
    posonlyargs: Vec<Parameter>,
    args: Vec<Parameter>,
    vararg: Option<Box<Parameter>>,
    kwonlyargs: Vec<Parameter>,
    kw_defaults: Vec<Option<Expression>>,
    kwarg: Option<Box<Parameter>>,
    defaults: Vec<Expression>,
    seen_slash: bool,
    seen_star: bool,
}

impl<'s> Parser<'s> {
    /// `[params]` up to the closing parenthesis.
    pub(super) fn parameters(&mut self) -> Parse<Arguments> {
        self.parameter_list(TokenKind::RightParenthesis)
    }

    /// `[lambda_params]` up to the colon.
    pub(super) fn lambda_parameters(&mut self) -> Parse<Arguments> {
        if self.at(TokenKind::Colon) {
            return Ok(Arguments::default());
        }
        self.parameter_list(TokenKind::Colon)
    }

    fn parameter_list(&mut self, end: TokenKind) -> Parse<Arguments> {
        let annotated = end == TokenKind::RightParenthesis;
        let mut list = Builder::default();
        while !self.at(end) {
            match self.kind() {
                TokenKind::Slash => {
                    self.advance();
                    if list.seen_slash || list.seen_star || list.args.is_empty() {
                        return Err(Invalid);
                    }
                    list.seen_slash = true;
                    list.posonlyargs = core::mem::take(&mut list.args);
                }
                TokenKind::Star => self.star_parameter(&mut list, annotated)?,
                TokenKind::DoubleStar => {
                    self.advance();
                    list.kwarg = Some(Box::new(self.parameter(annotated)?));
                }
                _ => self.plain_parameter(&mut list, annotated)?,
            }
            let comma = self.accept(TokenKind::Comma);
            if !comma || list.kwarg.is_some() {
                break;
            }
        }
        let bare_star = list.seen_star && list.vararg.is_none() && list.kwonlyargs.is_empty();
        if bare_star || !self.at(end) {
            return Err(Invalid);
        }
        Ok(Arguments {
            posonlyargs: list.posonlyargs.into(),
            args: list.args.into(),
            vararg: list.vararg,
            kwonlyargs: list.kwonlyargs.into(),
            kw_defaults: list.kw_defaults.into(),
            kwarg: list.kwarg,
            defaults: list.defaults.into(),
        })
    }

    /// `*name` or a bare star.
    fn star_parameter(&mut self, list: &mut Builder, annotated: bool) -> Parse<()> {
        self.advance();
        if core::mem::replace(&mut list.seen_star, true) {
            return Err(Invalid);
        }
        if self.at(TokenKind::Comma) {
            return Ok(());
        }
        let mut parameter = self.parameter(false)?;
        if annotated && self.accept(TokenKind::Colon) {
            let annotation = if self.at(TokenKind::Star) {
                self.starred(super::expressions::level::BIT_OR)?
            } else {
                self.expression()?
            };
            parameter.annotation = Some(Box::new(annotation));
            parameter.range = self.range_from(parameter.range.start);
        }
        list.vararg = Some(Box::new(parameter));
        Ok(())
    }

    /// A parameter without stars, with its default.
    fn plain_parameter(&mut self, list: &mut Builder, annotated: bool) -> Parse<()> {
        let parameter = self.parameter(annotated)?;
        let default = if self.accept(TokenKind::Equal) { Some(self.expression()?) } else { None };
        if list.seen_star {
            self.append(&mut list.kwonlyargs, parameter)?;
            return self.append(&mut list.kw_defaults, default);
        }
        match default {
            Some(default) => self.append(&mut list.defaults, default)?,
            None if !list.defaults.is_empty() => return Err(Invalid),
            None => {}
        }
        self.append(&mut list.args, parameter)
    }

    /// `param`: a name, and its annotation where there can be one.
    fn parameter(&mut self, annotated: bool) -> Parse<Parameter> {
        let start = self.start();
        let name = self.name()?;
        let has_annotation = annotated && self.accept(TokenKind::Colon);
        let annotation = if has_annotation { Some(Box::new(self.expression()?)) } else { None };
        Ok(Parameter { name, annotation, range: self.range_from(start) })
    }

    /// `type_params`, which may be absent.
    pub(super) fn opt_type_params(&mut self) -> Parse<Box<[TypeParam]>> {
        if !self.accept(TokenKind::LeftBracket) {
            return Ok(Box::default());
        }
        let mut parameters = Vec::new();
        loop {
            let item = self.type_param()?;
            self.append(&mut parameters, item)?;
            if !self.accept(TokenKind::Comma) || self.at(TokenKind::RightBracket) {
                break;
            }
        }
        self.expect(TokenKind::RightBracket)?;
        Ok(parameters.into())
    }

    /// `type_param`
    fn type_param(&mut self) -> Parse<TypeParam> {
        let start = self.start();
        let is_tuple = self.accept(TokenKind::Star);
        let is_param_spec = !is_tuple && self.accept(TokenKind::DoubleStar);
        let name = self.name()?;
        let kind = if is_tuple {
            TypeParamKind::TypeVarTuple
        } else if is_param_spec {
            TypeParamKind::ParamSpec
        } else {
            let bound = if self.accept(TokenKind::Colon) { Some(Box::new(self.expression()?)) } else { None };
            TypeParamKind::TypeVar { bound }
        };
        let default = if !self.accept(TokenKind::Equal) {
            None
        } else if is_tuple && self.at(TokenKind::Star) {
            Some(Box::new(self.starred(super::expressions::level::BIT_OR)?))
        } else {
            Some(Box::new(self.expression()?))
        };
        Ok(TypeParam { kind, name, default, range: self.range_from(start) })
    }
}
