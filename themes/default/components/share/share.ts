import "../../shared/copy";
