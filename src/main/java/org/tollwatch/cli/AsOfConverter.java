package org.tollwatch.cli;

import org.tollwatch.ask.AsOf;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment from an option. */
final class AsOfConverter implements ITypeConverter<AsOf> {
    @Override
    public AsOf convert(String text) {
        try {
            return AsOf.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
